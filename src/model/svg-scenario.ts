import type { Scenario } from './scenario.ts';
import { readScenario, writeScenario } from './scenario-file.ts';
import { escapeXml } from './xml.ts';

/**
 * The `<metadata>` by which a picture carries the scenario it shows: the text of its file, so that the
 * picture can be opened in its place (`readScenario` understands both).
 */
export function scenarioMetadata(scenario: Scenario): string {
  // Read once, its fields stand in the order of the format, whatever was edited last.
  const read = readScenario(writeScenario(scenario));
  const written = writeScenario(read.ok ? read.scenario : scenario);
  // Two characters that JSON may hold and XML may not; as JSON escapes they survive.
  const json = written.replace(/[\uFFFE\uFFFF]/g, (mark) =>
    mark === '\uFFFE' ? '\\ufffe' : '\\uffff',
  );
  return `<metadata id="csp-scenario">${inText(json)}</metadata>`;
}

/** Quotes may stay between tags, where people may want to read the file. */
function inText(json: string): string {
  return escapeXml(json).replaceAll('&quot;', '"').replaceAll('&#39;', "'");
}
