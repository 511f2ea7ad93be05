import { toJsonSchema } from '@valibot/to-json-schema';
import { scenarioFile } from './file-schema.ts';

type Schema = Parameters<typeof toJsonSchema>[0];

/** The JSON Schema of the file format, from the schema that reads it. For the build, not for the app. */
export function fileJsonSchema(): object {
  return jsonSchemaOf(scenarioFile, 'csp-scenario, version 1');
}

/** @param definitions parts that are written once and referred to by these names */
export function jsonSchemaOf(
  schema: Schema,
  title: string,
  definitions: Record<string, Schema> = {},
): object {
  return {
    ...toJsonSchema(schema, {
      definitions,
      // What JSON Schema can't say (a date that exists) stays with the reader.
      errorMode: 'ignore',
      overrideAction: ({ valibotAction, jsonSchema }) => {
        const message = 'message' in valibotAction ? valibotAction.message : undefined;
        const max = typeof message === 'string' && /^tooLong:(\d+)$/.exec(message);
        return max ? { ...jsonSchema, maxLength: Number(max[1]) } : undefined;
      },
    }),
    title,
  };
}
