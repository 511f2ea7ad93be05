import type { TFunction } from 'i18next';
import { applyEdit, type Edit, type PartyChange, type RelationshipChange } from '../model/edit.ts';
import type { Fact, Party, PartyType, Scenario } from '../model/scenario.ts';
import { MPA_DATE } from '../policy/rules/mpa-unsigned.ts';
import type { SourceId } from '../policy/sources.ts';
import type { Editing, Exercise, OrderItem, Text } from '../training/exercise.ts';
import type { Unmet, Who } from '../training/goal.ts';
import type { Hint } from '../training/hints.ts';
import { createExplainer, type Explainer, longDate } from './explain.ts';
import { type Language, resolveLocale } from './locale.ts';

/** Exercises, hints and what is missing, in the words of one language: the only place that makes them. */
export interface Tutor {
  /** Words of the product or an author's; an author's in no language of the reader, in the first there is. */
  text(text: Text): string;
  /** The task in one sentence. */
  task(exercise: Exercise): string;
  /** Of `hintsOf`, for the scenario that the explainer is of. */
  hint(hint: Hint): string;
  /**
   * What is still missing.
   *
   * @param start the scenario the exercise began with; without it, what is gone has no name
   */
  unmet(goal: Unmet, start?: Scenario): string;
  orderItem(item: OrderItem): string;
  /** An edit in words, before it is made. */
  step(edit: Edit, before: Scenario): string;
  /** The steps of the solution in words, in their order. */
  solution(exercise: Editing): readonly string[];
}

/** @param explainer of the scenario that the learner has before them */
export function createTutor(t: TFunction, explainer: Explainer): Tutor {
  const { language, partyName, say } = explainer;
  const list = new Intl.ListFormat(language, { type: 'conjunction' });

  const text = (one: Text) => explainText(one, t, language);
  const arrows = (relationships: readonly string[]) => say({ relationships });
  const chainOf = (types: readonly PartyType[]) =>
    types.map((type) => t(`policy.party.${type}`)).join(' → ');
  /** Chinese has no space between sentences. */
  const sentences = (said: readonly string[]) =>
    [...new Set(said)].join(language === 'en' ? ' ' : '');
  const sources = (ids: readonly SourceId[]) =>
    list.format(ids.map((id) => t('policy.quoted', { name: t(`policy.source.${id}`) })));
  const roles = (types: readonly PartyType[]) => list.format(types.map((role) => say({ role })));
  const step = (edit: Edit, before: Scenario) =>
    sayStep(whole(edit, before), t, createExplainer(t, language, before));
  const orderItem = (item: OrderItem) =>
    'fact' in item ? factName(item.fact, t) : partyName(item.party);

  const hint = (one: Hint): string => {
    switch (one.hint) {
      case 'text':
        return text(one.text);
      case 'lookAt':
        return t('training.hint.lookAt', { edges: arrows([one.relationship]) });
      case 'lookAround':
        return t('training.hint.lookAround', { party: partyName(one.party) });
      case 'lookUp':
        return t('training.hint.lookUp', { text: sources(one.sources) });
      case 'ask':
        return t(`training.ask.${one.rule}`);
      case 'category':
        return t(`training.hint.${one.category}`, { text: sources(one.sources) });
      case 'because':
        return explainer.reason(one.reason);
      case 'missing':
        return unmet(one.goal, one.start);
      case 'shape':
        return t('training.hint.shape', { path: chainOf(one.types) });
      case 'begins':
        return t('training.hint.begins', { text: orderItem(one.item) });
      case 'left':
        return t('training.hint.left', { count: one.edits });
      case 'fix':
        return t('training.hint.do', { text: explainer.fix(one.fix) });
      case 'step':
        return t('training.hint.do', { text: sayStep(one.edit, t, explainer) });
      case 'refused':
        return t('training.hint.refused', {
          edges: arrows(one.relationships),
          text: sentences(one.reasons.map(explainer.reason)),
        });
      case 'supported':
        return t('training.hint.supported', {
          edges: arrows([one.relationship]),
          text: explainer.ok(one.ok),
        });
      case 'rule':
        return t('training.hint.rule', {
          name: explainer.ruleTitle(one.reason.rule),
          text: explainer.reason(one.reason),
        });
      case 'order':
        return t('training.hint.order', { path: one.items.map(orderItem).join(' → ') });
      case 'done':
        return t('training.hint.done');
    }
  };
  const unmet = (goal: Unmet, start?: Scenario): string => {
    const earlier = start && createExplainer(t, language, start);
    /** As it is drawn now, or was at first; empty where neither is known. */
    const arrow = (id: string) => arrows([id]) || (earlier?.say({ relationships: [id] }) ?? '');
    if ('valid' in goal) {
      if (goal.valid === 'every') return t('training.missing.validEvery');
      const edges = arrow(goal.valid);
      return edges ? t('training.missing.valid', { edges }) : t('training.missing.gone');
    }
    if ('refused' in goal) {
      const edges = arrow(goal.refused);
      if (!edges) return t('training.missing.gone');
      return goal.rule
        ? t('training.missing.refusedBy', { edges, name: explainer.ruleTitle(goal.rule) })
        : t('training.missing.refused', { edges });
    }
    if ('served' in goal) {
      const customer = partyName(goal.served);
      const { through = [] } = goal;
      return through.length > 0
        ? t('training.missing.servedThrough', { customer, role: roles(through) })
        : t('training.missing.served', { customer });
    }
    if ('related' in goal) {
      const who = (one: Who) => ('party' in one ? partyName(one.party) : say({ role: one.type }));
      const line = t(`policy.line.${goal.related}`, { from: who(goal.from), to: who(goal.to) });
      const { service } = goal;
      const whole = service ? t('policy.withService', { line, service }) : line;
      return t('training.missing.related', { line: whole });
    }
    if ('chain' in goal) return t(`training.missing.chain.${goal.chain}`);
    if ('unchanged' in goal) {
      const parties = (earlier ?? explainer).say({ parties: goal.unchanged });
      const { but = [], judged } = goal;
      const text = list.format(but.map((aspect) => t(`training.practice.aspect.${aspect}`)));
      return sentences([
        but.length > 0
          ? t('training.practice.only', { parties, text })
          : t('training.missing.unchanged', { parties }),
        ...(judged ? [t('training.practice.judged')] : []),
      ]);
    }
    if ('kept' in goal) {
      const edges = (earlier ?? explainer).say({ relationships: goal.kept });
      return edges ? t('training.missing.kept', { edges }) : t('training.missing.gone');
    }
    return t('training.missing.atMost', { count: goal.atMost, role: say({ role: goal.of }) });
  };

  return {
    text,
    hint,
    unmet,
    orderItem,
    step,
    task: ({ kind, task }) => (task ? text(task) : t(`training.task.${kind}`)),
    solution: ({ scenario, solution }) => {
      let now = scenario;
      return solution.map((edit) => {
        const said = step(edit, now);
        now = applyEdit(now, edit);
        return said;
      });
    },
  };
}

/**
 * An author's text in the reader's language, or in the first there is; words of the product, which must be
 * loaded, as they are. Empty where there is none.
 */
export function explainText(text: Text | undefined, t: TFunction, language: Language): string {
  if (!text) return '';
  if ('words' in text) {
    // Keys put together at run time: the compiler can't know them, a test goes through them all.
    const key = `training.${text.words}` as 'policy.quoted';
    return t(key, { mpaDate: longDate(MPA_DATE, language) } as unknown as { name: string });
  }
  const written = Object.entries(text.texts).filter(([, one]) => one.trim() !== '');
  const own = written.find(([tag]) => tag === language);
  const near = written.find(([tag]) => isOf(tag, language));
  return (own ?? near ?? written[0])?.[1] ?? '';
}

/** `zh-HK` is for readers of zh-TW, `en-GB` for those of English. */
function isOf(tag: string, language: Language): boolean {
  return tag.split('-')[0] === language.split('-')[0] && resolveLocale([tag]) === language;
}

/** As an instruction; where a fix of the policy does the same, in the words of that fix. */
function sayStep(edit: Edit, t: TFunction, explainer: Explainer): string {
  const { partyName, say } = explainer;
  switch (edit.op) {
    case 'addParty':
      return sayAdded(edit.party, t, explainer);
    case 'removeParty':
      return t('training.step.removeParty', { party: partyName(edit.party) });
    case 'setParty':
      return sayChange(edit.party, edit.set, t, explainer);
    case 'setFact': {
      const parties = say({ parties: [edit.party] });
      const { fact, value } = edit;
      if (!value) {
        const text = t(`policy.missingFact.${fact}`);
        return t('training.step.undo', { party: partyName(edit.party), text });
      }
      if (fact === 'onboarded') return t('policy.fix.onboard', { parties });
      if (fact === 'enrolled') return t('policy.fix.enroll', { parties });
      if (fact === 'mpaSigned') return t('policy.fix.sign', { parties });
      return t('policy.fix.add-capability', { parties, missing: say({ facts: [fact] }) });
    }
    case 'addRelationship':
      return t('training.step.draw', { line: explainer.line(edit.relationship) });
    case 'removeRelationship':
      return t('training.step.remove', { edges: say({ relationships: [edit.relationship] }) });
    case 'setRelationship':
      return sayMoved(edit.relationship, edit.set, t, explainer);
    case 'setScenario': {
      const { edition, asOf } = edit.set;
      if (edition) return t('policy.fix.other-edition', { edition });
      if (!asOf) return t('training.step.today');
      return t('training.step.asOf', { date: longDate(asOf, explainer.language) });
    }
  }
}

function sayAdded({ type, name, country }: Party, t: TFunction, { say }: Explainer): string {
  const role = say({ role: type });
  const where = country && type !== 'microsoft' ? say({ country }) : undefined;
  if (name) {
    return where
      ? t('training.step.addNamedIn', { role, name, country: where })
      : t('training.step.addNamed', { role, name });
  }
  return where
    ? t('training.step.addIn', { role, country: where })
    : t('training.step.add', { role });
}

/** Several fields at once are said one by one. */
function sayChange(id: string, set: PartyChange, t: TFunction, explainer: Explainer): string {
  const { partyName, say, language } = explainer;
  const party = partyName(id);
  const said: string[] = [];
  if (set.type) said.push(t('policy.fix.retype', { party, role: say({ role: set.type }) }));
  if (set.name) said.push(t('training.step.rename', { party, name: set.name }));
  if (set.country) {
    said.push(t('policy.fix.set-country', { party, country: say({ country: set.country }) }));
  }
  if (set.organization) {
    said.push(t('training.step.organization', { party, organization: set.organization }));
  }
  if (set.affiliateGroup) {
    said.push(t('training.step.group', { party, group: set.affiliateGroup }));
  }
  if (set.tenant) {
    said.push(
      set.tenant.kind === 'customer'
        ? t('policy.fix.customer-tenant', { party })
        : t('training.step.cspTenant', { party, tenant: set.tenant.id }),
    );
  }
  if (set.organization === null) said.push(t('policy.fix.correct-organization', { party }));
  if (set.affiliateGroup === null) said.push(t('policy.fix.correct-group', { party }));
  const isCleared = set.country === null || set.tenant === null || set.name === null;
  if (isCleared || said.length === 0) said.push(t('training.step.clear', { party }));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(said);
}

/** Says of a relationship all that it will be, also what stays. */
function whole(edit: Edit, before: Scenario): Edit {
  if (edit.op !== 'setRelationship') return edit;
  const drawn = before.relationships.find(({ id }) => id === edit.relationship);
  return { ...edit, set: { ...drawn, ...edit.set } };
}

function sayMoved(id: string, set: RelationshipChange, t: TFunction, explainer: Explainer): string {
  const edges = explainer.say({ relationships: [id] });
  const { kind, from, to, service } = set;
  if (!kind || !from || !to) return t('training.step.other', { edges });
  const line = explainer.line({ id, kind, from, to, ...(service ? { service } : {}) });
  return t('training.step.move', { edges, line });
}

/** The steps before new business as things to do; the others as they are. */
function factName(fact: Fact, t: TFunction): string {
  if (fact === 'onboarded' || fact === 'enrolled' || fact === 'mpaSigned') {
    return t(`training.stepName.${fact}`);
  }
  return t(`policy.fact.${fact}`);
}
