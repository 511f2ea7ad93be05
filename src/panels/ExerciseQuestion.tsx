import { useExplainer, useT } from '../hooks/use-t.ts';
import type { Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import { ruleOf } from '../policy/rules/index.ts';
import { RULE_IDS, type RuleId } from '../policy/types.ts';
import {
  askedOf,
  choicesOf,
  itemsOf,
  proposedChoices,
  reasonedOf,
  refusedIn,
  routesOf,
} from '../training/draft.ts';
import { Choice } from './Choice.tsx';
import type { PartProps } from './ExerciseDialog.tsx';
import { ManyOf } from './ManyOf.tsx';

interface QuestionProps extends PartProps {
  readonly scenario: Scenario;
}

/** What is asked about the picture: relationships, a reason, errors, or an order. */
export function ExerciseQuestion(props: QuestionProps) {
  switch (props.draft.kind) {
    case 'predict':
      return <Asked {...props} />;
    case 'reason':
      return <Reason {...props} />;
    case 'order':
      return <OrderOf {...props} />;
    default:
      return <Errors scenario={props.scenario} />;
  }
}

function Asked({ draft, scenario, onChange }: QuestionProps) {
  const t = useT();
  const explainer = useExplainer();
  return (
    <section className="exercise__part">
      <ManyOf
        label={t('authoring.asked.predict')}
        options={scenario.relationships.map((one) => ({ id: one.id, name: explainer.line(one) }))}
        value={askedOf(draft, scenario)}
        onChange={(asked) => onChange({ asked })}
      />
    </section>
  );
}

function Errors({ scenario }: { readonly scenario: Scenario }) {
  const t = useT();
  const count = refusedIn(scenario).length;
  return count > 0 ? <p>{t('authoring.asked.spot', { count })}</p> : null;
}

function Reason({ draft, scenario, onChange }: QuestionProps) {
  const t = useT();
  const explainer = useExplainer();
  const refused = refusedIn(scenario);
  if (refused.length === 0) return <p className="quiet">{t('authoring.asked.noneRefused')}</p>;
  const relationship = reasonedOf(draft, scenario);
  const chosen = choicesOf(draft, scenario);
  const rules = judge(scenario).verdicts.get(relationship)?.rules ?? [];
  const category = rules[0] && ruleOf(rules[0]).category;
  const isNear = (rule: RuleId) => rules.includes(rule) || ruleOf(rule).category === category;
  const proposed = proposedChoices(scenario, relationship);
  const options = (ids: readonly RuleId[]) =>
    ids.map((id) => {
      const rule = explainer.ruleTitle(id);
      return { id, name: rules.includes(id) ? t('authoring.asked.refuses', { rule }) : rule };
    });
  const near = RULE_IDS.filter(isNear);
  const others = RULE_IDS.filter((rule) => !isNear(rule));
  const choose = (some: readonly RuleId[], among: readonly RuleId[]) => {
    const kept = chosen.filter((rule) => !among.includes(rule));
    const next = new Set([...kept, ...some]);
    onChange({ choices: RULE_IDS.filter((rule) => next.has(rule)) });
  };
  return (
    <section className="exercise__part">
      <Choice
        label={t('authoring.asked.relationship')}
        value={relationship}
        options={scenario.relationships
          .filter(({ id }) => refused.includes(id))
          .map((one) => ({ id: one.id, name: explainer.line(one) }))}
        onChange={(id) => onChange({ relationship: id, choices: null })}
      />
      <ManyOf
        label={t('authoring.asked.choices')}
        options={options(near)}
        value={chosen.filter(isNear)}
        onChange={(some) => choose(some, near)}
      />
      <details open={chosen.some((rule) => !isNear(rule) && !proposed.includes(rule))}>
        <summary>{t('authoring.asked.otherRules')}</summary>
        <ManyOf
          label={t('authoring.asked.otherRules')}
          isLabelHidden
          options={options(others)}
          value={chosen.filter((rule) => !isNear(rule))}
          onChange={(some) => choose(some, others)}
        />
      </details>
    </section>
  );
}

function OrderOf({ draft, scenario, onChange }: QuestionProps) {
  const t = useT();
  const explainer = useExplainer();
  const routes = routesOf(scenario);
  const chosen = draft.order === 'steps' || !routes[draft.order] ? 'steps' : `${draft.order}`;
  const items = itemsOf(draft, scenario).map((item) =>
    'fact' in item ? t(`policy.fact.${item.fact}`) : explainer.partyName(item.party),
  );
  return (
    <section className="exercise__part">
      <Choice
        label={t('authoring.order.what')}
        value={chosen}
        options={[
          { id: 'steps', name: t('authoring.order.steps') },
          ...routes.map((route, i) => ({
            id: `${i}`,
            name: t('authoring.order.chain', { path: explainer.path(route) }),
          })),
        ]}
        onChange={(id) => onChange({ order: id === 'steps' ? 'steps' : Number(id) })}
      />
      {routes.length === 0 && <p className="quiet">{t('authoring.order.noChain')}</p>}
      <p>{t('authoring.order.shown', { items: items.join(t('ui.explain.listSeparator')) })}</p>
    </section>
  );
}
