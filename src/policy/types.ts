import type { Edit } from '../model/edit.ts';
import type {
  ChainStatus,
  EditionId,
  Fact,
  PartyType,
  Relationship,
  RelationshipKind,
} from '../model/scenario.ts';
import type { RegionId } from './markets.ts';
import type { SourceId } from './sources.ts';
import type { Edge, World } from './world.ts';

/** The 25 rules in display order: the first that fails is the headline (POLICY 2.2, 2.6.1). */
export const RULE_IDS = [
  'self-relationship',
  'sells-to-microsoft',
  'customer-cannot-sell',
  'microsoft-sells-via-partners',
  'reseller-needs-provider',
  'partner-resale',
  'provider-sells-via-resellers',
  'partnership-roles',
  'manager-not-partner',
  'managed-not-customer',
  'self-sale',
  'affiliate-sale',
  'csp-tenant-purchase',
  'same-provider-customer',
  'region-sale',
  'region-partner',
  'market-unlisted',
  'country-unknown',
  'own-use-tenant-unknown',
  'not-onboarded',
  'not-enrolled',
  'mpa-unsigned',
  'direct-bill-capability',
  'supply-missing',
  'supply-broken',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** Remarks on valid relationships; they change no verdict (POLICY 2.7). */
export const NOTE_IDS = [
  'note-duplicate',
  'note-same-service',
  'note-round-trip',
  'note-same-org-partners',
  'note-provider-own-use',
  'note-manages-region',
  'note-manages-elsewhere',
  'note-provider-manages',
  'note-self-manages',
] as const;
export type NoteId = (typeof NOTE_IDS)[number];

/** Why a valid relationship is valid (POLICY 2.6.3). */
export const OK_IDS = [
  'ok-microsoft-provider',
  'ok-microsoft-direct',
  'ok-provider-reseller',
  'ok-own-use',
  'ok-provider-own-use',
  'ok-reseller-customer',
  'ok-direct-customer',
  'ok-multi-partner',
  'ok-partnership',
  'ok-manages',
] as const;
export type OkId = (typeof OK_IDS)[number];

/** A structural or contractual refusal, or a step that is missing and can be done. */
export type Category = 'prohibited' | 'prerequisite';

/** Said by the article, said by a page it links to, or derived from both. */
export type Strength = 'explicit' | 'linked' | 'derived';

/**
 * When a rule is asked (POLICY 2.2): the type pair first; contractual bans always; missing steps only
 * of a relationship that can exist.
 */
export type Stage = 'structural' | 'contextual' | 'prerequisite';

/** What a sentence is about. Words are made of it elsewhere, in the reader's language. */
export type Value =
  | { readonly party: string }
  | { readonly parties: readonly string[] }
  | { readonly role: PartyType }
  | { readonly region: RegionId }
  | { readonly country: string }
  | { readonly facts: readonly Fact[] }
  | { readonly kind: RelationshipKind }
  | { readonly relationships: readonly string[] }
  /** Party ids from Microsoft on. */
  | { readonly path: readonly string[] }
  /** YYYY-MM-DD */
  | { readonly date: string }
  | { readonly edition: EditionId }
  /** The author's own text: an organization, a group, a tenant. */
  | { readonly text: string };

export type Params = Readonly<Record<string, Value>>;

/** A rule's refusal of a relationship. The words are at `policy.rule.<rule>.<message>`. */
export interface Fault {
  readonly message: string;
  readonly params: Params;
  /** Where it differs from the rule's own: some rules are explicit for one role only. */
  readonly strength?: Strength;
}

/** Whether a repair changes something real, or only corrects the picture. */
export type FixNature = 'world' | 'drawing';

export const FIX_IDS = [
  'delete',
  'reverse',
  'retype',
  'replace-kind',
  'retarget-from',
  'retarget-to',
  'insert-reseller',
  'insert-indirect',
  'insert-direct-bill',
  'supply-from',
  'supply-from-new',
  'supply-from-microsoft',
  'sell-through',
  'buy-from',
  'buy-from-new',
  'account-in-region',
  'reseller-in-region',
  'partner-with',
  'partner-with-new',
  'manage-instead',
  'own-use-customer',
  'manage-own-customer',
  'correct-organization',
  'correct-group',
  'customer-tenant',
  'option-1',
  'option-2',
  'option-3',
  'correct-country',
  'set-country',
  'other-edition',
  'onboard',
  'enroll',
  'sign',
  'before-mpa',
  'add-capability',
  'become-reseller',
] as const;
export type FixId = (typeof FIX_IDS)[number];

/** A repair as data: previewed, applied and undone as one. The words are at `policy.fix.<id>`. */
export interface Fix {
  readonly id: FixId;
  readonly params: Params;
  readonly nature: FixNature;
  readonly edits: readonly Edit[];
}

/** The cells of the type matrices that a rule looks at. */
export interface Cells {
  readonly kind: RelationshipKind;
  readonly from: readonly PartyType[];
  readonly to: readonly PartyType[];
}

export interface Rule {
  /** Also the name of its file, of its words and of its test. */
  readonly id: RuleId;
  readonly category: Category;
  readonly stage: Stage;
  readonly strength: Strength;
  readonly judges: readonly Cells[];
  /** Whether the verdict depends on the market table, whose edition is then named. */
  readonly usesMarkets?: true;
  /** Whether it can only refuse when a fact of one end is false: most ends have none, and it is not asked. */
  readonly asksFacts?: true;
  /** The names of each message's params. */
  readonly messages: Readonly<Record<string, readonly string[]>>;
  readonly sources: readonly SourceId[];
  /** Chain texts; the last relationship of `wrong` breaks the rule, no relationship of `right` does. */
  readonly examples: { readonly right: string; readonly wrong: string };
  readonly check: (edge: Edge, world: World) => Fault | readonly Fault[] | undefined;
  /** Candidates, best first. Which of them help is found out by judging the edited scenario. */
  readonly fixes: (edge: Edge, world: World) => readonly Fix[];
}

/** Unknown = a rule threw: a crash is not a verdict. */
export type Status = 'valid' | 'invalid' | 'unknown';

/** Why a relationship is invalid. */
export interface Reason {
  readonly rule: RuleId;
  readonly category: Category;
  readonly strength: Strength;
  readonly message: string;
  readonly params: Params;
  readonly sources: readonly SourceId[];
  /** The edition whose market table decided; on region rules only. */
  readonly market?: EditionId;
}

export interface Note {
  readonly note: NoteId;
  readonly params: Params;
}

/** Why a relationship is valid. */
export interface Ok {
  readonly ok: OkId;
  readonly params: Params;
  readonly sources: readonly SourceId[];
}

/** What the rules decided about a relationship. */
export interface Decision {
  readonly status: Status;
  /** The rules that refuse it, in display order; the first is the headline. Empty unless invalid. */
  readonly rules: readonly RuleId[];
  /** What a rule threw; only when the status is unknown. */
  readonly error?: { readonly rule: RuleId; readonly cause: unknown };
}

/** A decision with what can be said about it, worked out when first read. */
export interface Verdict extends Decision {
  /** In display order. Empty unless invalid. */
  readonly reasons: readonly Reason[];
  /** Empty unless valid. */
  readonly notes: readonly Note[];
  /** Empty unless valid; the first is the main one. */
  readonly why: readonly Ok[];
}

/** How Microsoft's products reach a customer, along valid relationships only. */
export interface CustomerReport {
  readonly customer: string;
  /** At least one valid sale into it. */
  readonly served: boolean;
  /** Some partner manages it, by a valid relationship. Managed and not served = served elsewhere. */
  readonly managed: boolean;
  /** Party ids from Microsoft to the customer. */
  readonly routes: readonly (readonly string[])[];
  /** Whether there are more routes than were listed. */
  readonly more: boolean;
}

export interface Judgement {
  readonly edition: EditionId;
  /** By relationship id, in the scenario's order. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly chain: ChainStatus;
  /** In the scenario's order; worked out when first read. */
  readonly customers: readonly CustomerReport[];
}

/** A relationship that need not be drawn. */
export type Candidate = Pick<Relationship, 'kind' | 'from' | 'to'>;
