import * as z from 'zod';

import { responseRecord } from './response-record.js';

/**
 * {@link responseRecord} as JSON Schema 2020-12, for other languages and for editors.
 * JSON Schema cannot compare two values, so two rules are missing from it: the order of the scale's ends, and the score
 * within the scale.
 */
export const responseRecordJsonSchema = z.toJSONSchema(responseRecord.meta({ title: 'Askwell response record, version 1' }));
