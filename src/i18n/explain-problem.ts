import type { TFunction } from 'i18next';
import type { FileProblem } from '../model/scenario-file.ts';

/** What is wrong with a file, in words, with the place where it is. */
export function explainProblem({ path, code, params }: FileProblem, t: TFunction): string {
  const { expected } = params;
  const typed =
    code === 'wrongType' ? { ...params, expected: t(`file.type.${expected as 'object'}`) } : params;
  // The codes share no params, so the compiler would ask every key for those of all.
  const problem = t(`file.problem.${code}` as 'file.problem.missing', typed);
  return path === '' ? problem : t('file.at', { path, problem });
}
