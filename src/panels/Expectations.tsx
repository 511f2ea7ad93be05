import { useApp } from '../hooks/app-context.ts';
import { useActiveScenario, useJudgement } from '../hooks/use-state.ts';
import { useExplainer, useT } from '../hooks/use-t.ts';
import { Icon } from '../icons/Icon.tsx';
import type { Expectation, Party, Relationship } from '../model/scenario.ts';
import { edit, selectParty } from '../store/edit.ts';
import {
  EXPECT_NOTHING,
  type Expected,
  expectAllNow,
  expectedOf,
  expectNothing,
  expectNow,
  expectServed,
} from '../store/pins.ts';
import { goToRelationship } from '../store/problems.ts';

/** What is expected of the selected relationship; a valid one can be pinned as that. */
export function RelationshipExpectation({
  relationship: { id },
}: {
  readonly relationship: Relationship;
}) {
  const t = useT();
  const app = useApp();
  const scenario = useActiveScenario();
  const status = useJudgement().verdicts.get(id)?.status;
  const expected = expectedOf(scenario).find(
    (one) => 'relationship' in one && one.relationship === id,
  );
  const set = () => edit(app, expectNow(scenario, id));
  const clear = () => edit(app, expectNothing(scenario, id));
  const isPinned = scenario.expect?.[id]?.verdict === 'valid';
  return (
    <section>
      <h3 className="heading">{t('repair.expect.title')}</h3>
      {expected && <ExpectedLine expected={expected} />}
      <div className="panel__actions">
        {(status === 'valid' || isPinned) && (
          <button
            type="button"
            className="button"
            aria-pressed={isPinned}
            onClick={isPinned ? clear : set}
          >
            <Icon name={isPinned ? 'valid' : 'pin'} />
            {t('repair.expect.pin')}
          </button>
        )}
        {status !== 'unknown' && (status === 'invalid' || expected) && !expected?.isMet && (
          <button type="button" className="button button--quiet" onClick={set}>
            {t('repair.expect.now')}
          </button>
        )}
        {expected && !isPinned && (
          <button type="button" className="button button--quiet" onClick={clear}>
            {t('repair.expect.clear')}
          </button>
        )}
      </div>
    </section>
  );
}

/** Whether a valid sale must reach the selected customer. */
export function CustomerExpectation({ party }: { readonly party: Party }) {
  const t = useT();
  const app = useApp();
  const scenario = useActiveScenario();
  const isPinned = scenario.expectServed?.includes(party.id) ?? false;
  if (party.type !== 'customer' && !isPinned) return null;
  const expected = expectedOf(scenario).find(
    (one) => 'customer' in one && one.customer === party.id,
  );
  return (
    <section>
      <h3 className="heading">{t('repair.expect.title')}</h3>
      {expected && <ExpectedLine expected={expected} />}
      <button
        type="button"
        className="button"
        aria-pressed={isPinned}
        onClick={() => edit(app, expectServed(scenario, party.id, !isPinned))}
      >
        <Icon name={isPinned ? 'valid' : 'pin'} />
        {t('repair.expect.served')}
      </button>
    </section>
  );
}

/** Everything that the scenario expects of itself, each as met or not. */
export function Expectations() {
  const t = useT();
  const app = useApp();
  const scenario = useActiveScenario();
  const explainer = useExplainer();
  if (scenario.relationships.length === 0) return null;
  const all = expectedOf(scenario);
  const met = all.filter(({ isMet }) => isMet).length;
  const nameOf = (one: Expected) => {
    if ('customer' in one) return explainer.partyName(one.customer);
    if ('chain' in one) return undefined;
    const found = scenario.relationships.find(({ id }) => id === one.relationship);
    return found && explainer.arrow(found);
  };
  const goTo = (one: Expected) => {
    if ('relationship' in one) goToRelationship(app, one.relationship);
    else if ('customer' in one) selectParty(app, one.customer);
  };
  return (
    <section>
      <h3 className="heading">{t('repair.expect.title')}</h3>
      {all.length === 0 ? (
        <p className="quiet small">{t('repair.expect.hint')}</p>
      ) : (
        <p className="quiet small">{t('repair.expect.summary', { met, count: all.length })}</p>
      )}
      <ul className="rows">
        {all.map((one) => {
          const name = nameOf(one);
          return (
            <li key={JSON.stringify(one)}>
              {name === undefined ? (
                <ExpectedLine expected={one} />
              ) : (
                <button type="button" className="row row--expected" onClick={() => goTo(one)}>
                  <span className="row__text">{name}</span>
                  <ExpectedLine expected={one} />
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <div className="panel__actions">
        <button
          type="button"
          className="button button--quiet"
          onClick={() => edit(app, expectAllNow(scenario))}
        >
          {t('repair.expect.allNow')}
        </button>
        {all.length > 0 && (
          <button
            type="button"
            className="button button--quiet"
            onClick={() => edit(app, EXPECT_NOTHING)}
          >
            {t('repair.expect.clearAll')}
          </button>
        )}
      </div>
    </section>
  );
}

/** What is expected, and whether it is so: by icon, colour and word. */
function ExpectedLine({ expected }: { readonly expected: Expected }) {
  const t = useT();
  const { isMet } = expected;
  const what = () => {
    if ('customer' in expected) return t('repair.expect.served');
    if ('chain' in expected) {
      return t('repair.expect.chain', { text: t(`policy.chain.${expected.chain}`) });
    }
    return verdictWords(expected.expectation);
  };
  const verdictWords = ({ verdict, rules = [] }: Expectation) =>
    verdict === 'invalid' && rules.length > 0
      ? t('repair.expect.invalidBy', { rules: rules.join(', ') })
      : t(`repair.expect.${verdict}`);
  return (
    <span className="expected">
      <span className={`expected__mark verdict--${isMet ? 'valid' : 'prohibited'}`}>
        <Icon name={isMet ? 'valid' : 'prohibited'} />
        {t(isMet ? 'repair.expect.met' : 'repair.expect.unmet')}
      </span>
      <span className="quiet">{what()}</span>
    </span>
  );
}
