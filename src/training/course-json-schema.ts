import { jsonSchemaOf } from '../model/json-schema.ts';
import { courseFile, courseParts } from './course-schema.ts';

/** The JSON Schema of the course format, from the schema that reads it. For the build, not for the app. */
export function courseJsonSchema(): object {
  return jsonSchemaOf(courseFile, 'csp-course, version 1', courseParts);
}
