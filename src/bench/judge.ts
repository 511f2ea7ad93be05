import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { parseChain } from '../model/chain-text.ts';
import type { Scenario } from '../model/scenario.ts';
import { writeScenario } from '../model/scenario-file.ts';
import { judge } from '../policy/judge.ts';
import { cedarWasm, factsOf, jsonRulesEngine } from './engines.ts';
import { BIT, fusedJudge } from './fused.ts';
import { problem } from './problem.ts';
import { printRepairs } from './repair.ts';

/**
 * What judging costs, as ratios within one run: absolute times say more about the machine. Every
 * contestant's answer is compared with the policy module's first.
 */

const REPETITIONS = 21;
/** Milliseconds. */
const AT_LEAST = 60;
const ENGINE_SAMPLE = 1_000;

interface Times {
  /** Nanoseconds a relationship. */
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Contestants take turns, so that a machine that slows down slows them all. Each turn repeats the work
 * until AT_LEAST has passed: a cold start is not the topic.
 */
async function measure(
  contestants: readonly (() => unknown)[],
  relationships: number,
): Promise<Times[]> {
  const turn = async (run: () => unknown, atLeast: number) => {
    globalThis.gc?.();
    const start = performance.now();
    let runs = 0;
    let passed = 0;
    while (passed < atLeast) {
      await run();
      runs++;
      passed = performance.now() - start;
    }
    return (passed * 1e6) / runs / relationships;
  };
  for (const run of contestants) await turn(run, 10 * AT_LEAST);
  const times = contestants.map((): number[] => []);
  for (let i = 0; i < REPETITIONS; i++) {
    for (const [k, run] of contestants.entries()) times[k]?.push(await turn(run, AT_LEAST));
  }
  return times.map((all) => {
    all.sort((a, b) => a - b);
    return {
      median: all[all.length >> 1] as number,
      min: all[0] as number,
      max: all.at(-1) as number,
    };
  });
}

/** A new object each time: the policy module remembers scenarios that it has seen. */
const fresh = (scenario: Scenario): Scenario => ({ ...scenario });

function masksOf(scenario: Scenario): number[] {
  return [...judge(fresh(scenario)).verdicts.values()].map(({ rules }) =>
    rules.reduce((mask, rule) => mask | BIT[rule], 0),
  );
}

function assertSame(name: string, masks: ArrayLike<number>, expected: readonly number[]): void {
  const wrong = Array.from(masks).filter(
    (mask, i) => mask >>> 0 !== (expected[i] ?? 0) >>> 0,
  ).length;
  if (wrong > 0) throw new Error(`${name} decides ${wrong} relationships otherwise`);
}

function print(name: string, { median, min, max }: Times, remark = ''): void {
  const range = `[${min.toFixed(0)} - ${max.toFixed(0)}]`;
  console.log(
    `  ${name.padEnd(34)} ${median.toFixed(0).padStart(8)} ns ${range.padEnd(20)} ${remark}`,
  );
}

async function compare(title: string, share: number): Promise<void> {
  const scenario = problem(200, 10_000, share);
  const expected = masksOf(scenario);
  const invalid = expected.filter((mask) => mask !== 0).length;
  console.log(`\n${title}: 200 parties, 10,000 relationships, ${invalid} of them invalid`);

  assertSame('the fused loop', fusedJudge(scenario), expected);
  const facts = factsOf(scenario).slice(0, ENGINE_SAMPLE);
  const rulesEngine = jsonRulesEngine();
  const cedar = cedarWasm();
  const sample = expected.slice(0, ENGINE_SAMPLE);
  assertSame('json-rules-engine', await rulesEngine(facts), sample);
  assertSame('Cedar', cedar(facts), sample);

  const judgeIt = () => judge(fresh(scenario));
  const [fused, judged] = (await measure([() => fusedJudge(scenario), judgeIt], 10_000)) as Pair;
  print('fused loop, a bit a rule', fused);
  print('judge', judged, `${ratio(judged, fused)} x fused (goal: at most 5)`);

  const engines = [() => rulesEngine(facts), () => cedar(facts)];
  const beside = (await measure([judgeIt, ...engines], ENGINE_SAMPLE)) as [Times, Times, Times];
  const [again, json, wasm] = beside;
  // The engines decide a sample; beside them judge decides all, so its time is for that many more.
  const each = { ...again, median: (again.median * ENGINE_SAMPLE) / 10_000 };
  const goal = 'x judge (goal: at least 300)';
  print('json-rules-engine', json, `${ratio(json, each)} ${goal}`);
  print('Cedar (WebAssembly, pre-parsed)', wasm, `${ratio(wasm, each)} ${goal}`);

  const large = problem(2_000, 100_000, share);
  assertSame('the fused loop', fusedJudge(large), masksOf(large));
  const [many] = (await measure([() => judge(fresh(large))], 100_000)) as Pair;
  print('judge, 100,000 relationships', many, `${ratio(many, judged)} x the cost each of 10,000`);
}

/** The headless check as it is run: a new process that reads scenarios line by line. */
function runCheck(scenarios: number): number {
  const chain = 'microsoft > indirectProvider > indirectReseller[DE] > customer';
  const line = JSON.stringify(JSON.parse(writeScenario(parseChain(chain))));
  const input = `${line}\n`.repeat(scenarios);
  const start = performance.now();
  const run = spawnSync(process.execPath, ['dist/check.js', '--format', 'json', '-'], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const passed = performance.now() - start;
  if (JSON.parse(run.stdout).length !== scenarios) throw new Error('check left scenarios out');
  return passed;
}

function printCheck(): void {
  const [one, many] = [1, 2_000].map((scenarios) => {
    const times = Array.from({ length: 9 }, () => runCheck(scenarios));
    return times.sort((a, b) => a - b)[4] as number;
  }) as [number, number];
  console.log('\nThe headless check, a whole process, median of 9');
  console.log(`  1 scenario                         ${one.toFixed(0).padStart(8)} ms`);
  const remark = `${(many / one).toFixed(1)} x one scenario (goal: under 3000 ms)`;
  console.log(`  2,000 scenarios                    ${many.toFixed(0).padStart(8)} ms ${remark}`);
}

type Pair = [Times, Times];

function ratio(a: Times, b: Times): string {
  const value = a.median / b.median;
  return value.toFixed(value < 20 ? 1 : 0);
}

console.log(`Judging, per relationship, median [min - max]. Node ${process.version}`);
await compare('A picture that somebody keeps valid', 0.95);
await compare('Drawn at random', 0);
printCheck();
printRepairs();
