/**
 * The options of a program: for each its values, or null where any text will do. `--format` is written
 * here as it is on the command line. `flag` = it has no value, and is `yes` where it is given.
 */
export type OptionTable = Readonly<Record<string, readonly string[] | null | 'flag'>>;

type Value<V> = V extends readonly (infer T)[] ? T : string;

export interface Options<Table extends OptionTable> {
  readonly values: { readonly [Name in keyof Table]?: Value<Table[Name]> };
  readonly files: readonly string[];
  readonly help: boolean;
}

/** What is wrong with the command line; the words are at `file.check.<code>`. */
export interface UsageProblem {
  readonly code: 'unknownOption' | 'badOption' | 'noValue' | 'noFiles';
  readonly option: string;
  readonly allowed: string;
}

/** Reads the arguments; an option's value may follow it or an equals sign, `--` ends the options. */
export function readOptions<const Table extends OptionTable>(
  args: readonly string[],
  table: Table,
  /** Whether there is nothing to be done without a file. */
  needsFiles = true,
): Options<Table> | UsageProblem {
  const values: Record<string, string> = {};
  let help = false;
  const files: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    const [option, attached] = splitOption(arg);
    if (arg === '--') {
      files.push(...args.slice(i + 1));
      break;
    }
    if (arg === '-' || !arg.startsWith('-')) files.push(arg);
    else if (arg === '--help' || arg === '-h') help = true;
    else if (Object.hasOwn(table, option)) {
      if (table[option] === 'flag') {
        values[option] = 'yes';
        continue;
      }
      const value = attached ?? args[++i] ?? '';
      const allowed = table[option] as readonly string[] | null;
      if (allowed && !allowed.includes(value))
        return { code: 'badOption', option, allowed: allowed.join(', ') };
      if (value === '') return { code: 'noValue', option, allowed: '' };
      values[option] = value;
    } else return { code: 'unknownOption', option, allowed: '' };
  }
  if (needsFiles && files.length === 0 && !help)
    return { code: 'noFiles', option: '', allowed: '' };
  return { values: values as Options<Table>['values'], files, help };
}

function splitOption(arg: string): [string, string | undefined] {
  const at = arg.indexOf('=');
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
}
