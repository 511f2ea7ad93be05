import type { TFunction } from 'i18next';
import type { PartyType, Relationship, Scenario } from '../model/scenario.ts';
import { COUNTRIES } from '../policy/markets.ts';
import { type Citation, cite } from '../policy/sources.ts';
import type { Fix, Note, Ok, Params, Reason, RuleId, Value, Verdict } from '../policy/types.ts';
import type { Language } from './locale.ts';

/** How a verdict is shown: an invalid one by what kind of refusal it is. */
export type Shown = 'valid' | 'prohibited' | 'prerequisite' | 'unknown';

export function shownStatus({ status, reasons }: Pick<Verdict, 'status' | 'reasons'>): Shown {
  if (status !== 'invalid') return status;
  const prohibited = reasons.some(({ category }) => category === 'prohibited');
  return prohibited ? 'prohibited' : 'prerequisite';
}

/** Findings, fixes and names of one scenario in the words of one language: the only place that makes them. */
export interface Explainer {
  readonly language: Language;
  /** What a sentence is about, in words. */
  say(value: Value): string;
  partyName(id: string): string;
  /** `Contoso sells to Fabrikam`, with the service where there is one. */
  line(relationship: Relationship): string;
  /** `Contoso → Fabrikam` */
  arrow(relationship: Relationship): string;
  /** `Microsoft → Contoso → Fabrikam`, of party ids. */
  path(parties: readonly string[]): string;
  status(verdict: Pick<Verdict, 'status' | 'reasons'>): string;
  ruleTitle(rule: RuleId): string;
  reason(reason: Reason): string;
  /** Which market table decided; empty where none did. */
  market(reason: Reason): string;
  ok(ok: Ok): string;
  note(note: Note): string;
  fix(fix: Fix): string;
  /** What must be added to a fix for it not to mislead; empty for most. */
  fixRemark(fix: Fix): string;
  /** Of an ISO code; a code that no list knows stays a code. */
  country(code: string): string;
  citation(citation: Citation): string;
  citations(sources: Reason['sources']): readonly Citation[];
}

export function createExplainer(t: TFunction, language: Language, scenario: Scenario): Explainer {
  const names = partyNames(scenario, t);
  const lines = new Map(scenario.relationships.map((one) => [one.id, one]));
  const list = new Intl.ListFormat(language, { type: 'conjunction' });

  const partyName = (id: string) => names.get(id) ?? id;
  const quoted = (text: string) => t('policy.quoted', { name: text });
  const arrow = ({ from, to }: Relationship) =>
    t('policy.arrow', { from: partyName(from), to: partyName(to) });
  const path = (parties: readonly string[]) => parties.map(partyName).join(' → ');
  const country = (code: string) => countryName(code, t);

  const say = (value: Value): string => {
    if ('party' in value) return partyName(value.party);
    if ('parties' in value) return list.format(value.parties.map((id) => quoted(partyName(id))));
    if ('role' in value) return t(`policy.role.${value.role}`);
    if ('region' in value) return t(`regions.region.${value.region}`);
    if ('country' in value) return country(value.country);
    if ('facts' in value) {
      return list.format(value.facts.map((fact) => word(t, `policy.capability.${fact}`)));
    }
    if ('kind' in value) return t(`policy.kind.${value.kind}`);
    if ('relationships' in value) {
      const drawn = value.relationships.flatMap((id) => lines.get(id) ?? []);
      return list.format(drawn.map((one) => quoted(arrow(one))));
    }
    if ('path' in value) return path(value.path);
    if ('date' in value) return longDate(value.date, language);
    return 'edition' in value ? value.edition : value.text;
  };
  const sentence = (key: string, params: Params) => {
    const said = Object.entries(params).map(([name, value]) => [name, say(value)] as const);
    return word(t, key, { ...Object.fromEntries(said), ...withRoles(params) });
  };
  /** For each `seller` that comes with a `sellerRole`: both in one, as `sellerWithRole`. */
  const withRoles = (params: Params) =>
    Object.fromEntries(
      Object.entries(params).flatMap(([key, value]) => {
        const role = params[`${key}Role`];
        if (!('party' in value) || !role) return [];
        return [[`${key}WithRole`, named(value.party, say(role))]];
      }),
    );
  /** An unnamed party is called by its role already. */
  const named = (id: string, role: string) => {
    const name = partyName(id);
    const isSaid = name.toLowerCase().startsWith(role.toLowerCase());
    return isSaid ? quoted(name) : t('policy.withRole', { name, role });
  };

  return {
    language,
    say,
    partyName,
    arrow,
    path,
    country,
    line: (relationship) => {
      const { kind, from, to, service } = relationship;
      const line = t(`policy.line.${kind}`, { from: partyName(from), to: partyName(to) });
      return service?.trim() ? t('policy.withService', { line, service: service.trim() }) : line;
    },
    status: (verdict) => t(`policy.status.${shownStatus(verdict)}`),
    ruleTitle: (rule) => t(`policy.rule.${rule}.title`),
    reason: ({ rule, message, params }) => sentence(`policy.rule.${rule}.${message}`, params),
    market: ({ market }) => (market ? t(`policy.market.${market}`) : ''),
    ok: ({ ok, params }) => sentence(`policy.ok.${ok}`, params),
    note: ({ note, params }) => sentence(`policy.note.${note}`, params),
    fix: ({ id, params }) => sentence(`policy.fix.${id}`, params),
    fixRemark: ({ id, params }) =>
      id === 'option-2' || id === 'option-3' ? sentence(`policy.fixRemark.${id}`, params) : '',
    citation: ({ source }) => t(`policy.source.${source}`),
    citations: (sources) => sources.map((source) => cite(source, language)),
  };
}

/** Names as shown: what the author wrote, or the type, numbered where several are unnamed. */
export function partyNames(scenario: Scenario, t: TFunction): ReadonlyMap<string, string> {
  const unnamed = new Map<PartyType, number>();
  const isUnnamed = ({ name }: { name?: string }) => name === undefined || name.trim() === '';
  for (const party of scenario.parties) {
    if (isUnnamed(party)) unnamed.set(party.type, (unnamed.get(party.type) ?? 0) + 1);
  }
  const count = new Map<PartyType, number>();
  return new Map(
    scenario.parties.map((party) => {
      if (!isUnnamed(party)) return [party.id, party.name as string];
      const type = t(`policy.party.${party.type}`);
      const n = (count.get(party.type) ?? 0) + 1;
      count.set(party.type, n);
      const several = (unnamed.get(party.type) ?? 0) > 1;
      return [party.id, several ? t('policy.numbered', { type, n }) : type];
    }),
  );
}

/** @param date YYYY-MM-DD, a day without a time zone */
export function longDate(date: string, language: Language): string {
  const day = new Date(`${date}T00:00:00Z`);
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

export function countryName(code: string, t: TFunction): string {
  const known = code === 'XS' || code === 'XE' ? 'BQ' : code;
  return COUNTRIES.includes(known) ? t(`regions.country.${known as 'US'}`) : code;
}

/** Keys put together at run time: the compiler can't know them, a test goes through them all. */
function word(t: TFunction, key: string, params: Record<string, string> = {}): string {
  return t(key as 'policy.quoted', params as { name: string });
}
