import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scenario } from '../model/scenario.ts';
import { createScenarioStore, type ScenarioStore } from './scenario-store.ts';

/** Which part of a comparison is not dimmed on the canvas. A is the baseline, B the scenario itself. */
export const SPOTLIGHTS = ['all', 'onlyA', 'onlyB', 'both'] as const;
export type Spotlight = (typeof SPOTLIGHTS)[number];

/** What an open scenario is compared with, as it was when the comparison began. */
export interface Baseline {
  /** Under the ids of the scenario it is compared with; what only it has stands in free places. */
  readonly scenario: Scenario;
  readonly source: 'kept' | 'tab' | 'file';
  readonly spotlight: Spotlight;
}

/** A scenario that is open, with its own history. */
export interface OpenScenario {
  /** Of this session and this browser; a scenario's own id is its author's business. */
  readonly id: string;
  readonly store: ScenarioStore;
  /** The scenario as it was last saved to or read from a file, to tell whether that is still it. */
  readonly saved: Scenario | null;
  /** It goes when its tab goes, and no other tab sees it. */
  readonly baseline: Baseline | null;
}

export interface WorkspaceState {
  /** In the order of their tabs; never empty. */
  readonly open: readonly OpenScenario[];
  readonly active: string;
  /** One that came with a link, and is not kept until it is edited or its reader says so. */
  readonly guest: string | null;
}

export type Workspace = StoreApi<WorkspaceState>;

export function createWorkspace(open: readonly OpenScenario[], active: string): Workspace {
  return createStore<WorkspaceState>(() => ({ open, active, guest: null }));
}

export function openScenario(
  id: string,
  scenario: Scenario,
  saved: Scenario | null = null,
): OpenScenario {
  return { id, store: createScenarioStore(scenario), saved, baseline: null };
}

export function activeOf({ open, active }: WorkspaceState): OpenScenario {
  return open.find(({ id }) => id === active) ?? (open[0] as OpenScenario);
}

/** Puts another scenario on the last tab and shows it; what was open stays as it is. */
export function addOpen(workspace: Workspace, added: OpenScenario): void {
  workspace.setState(({ open }) => ({ open: [...open, added], active: added.id }));
}

export function activate(workspace: Workspace, id: string): void {
  workspace.setState(({ open, active }) => ({
    active: open.some((one) => one.id === id) ? id : active,
  }));
}

/**
 * Takes a scenario off the tabs and shows its neighbour.
 *
 * @param next stands in for the last one: there is always one open
 */
export function closeOpen(workspace: Workspace, id: string, next: () => OpenScenario): void {
  workspace.setState(({ open, active }) => {
    const index = open.findIndex((one) => one.id === id);
    if (index < 0) return {};
    const rest = open.filter((one) => one.id !== id);
    const left = rest.length > 0 ? rest : [next()];
    const neighbour = left[Math.min(index, left.length - 1)] as OpenScenario;
    return { open: left, active: active === id ? neighbour.id : active };
  });
}

/** Moves a tab by so many places, as far as there are any. */
export function moveOpen(workspace: Workspace, id: string, by: number): void {
  workspace.setState(({ open }) => {
    const from = open.findIndex((one) => one.id === id);
    const to = Math.min(Math.max(from + by, 0), open.length - 1);
    const moved = open[from];
    if (!moved || from === to) return {};
    return { open: open.toSpliced(from, 1).toSpliced(to, 0, moved) };
  });
}

export function setBaseline(workspace: Workspace, id: string, baseline: Baseline | null): void {
  workspace.setState(({ open }) => ({
    open: open.map((one) => (one.id === id ? { ...one, baseline } : one)),
  }));
}

export function markSaved(workspace: Workspace, id: string, saved: Scenario): void {
  workspace.setState(({ open }) => ({
    open: open.map((one) => (one.id === id ? { ...one, saved } : one)),
  }));
}
