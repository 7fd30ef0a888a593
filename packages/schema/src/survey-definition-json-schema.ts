import * as z from 'zod';

import { surveyDefinition } from './survey-definition.js';

/**
 * {@link surveyDefinition} as JSON Schema 2020-12, for other languages and for editors.
 * JSON Schema cannot compare two values, so some rules are missing from it: the order of a scale's ends and the number
 * of its points, labels and faces, ids that are unique, and where branches may lead.
 */
export const surveyDefinitionJsonSchema = z.toJSONSchema(surveyDefinition.meta({ title: 'Askwell survey definition, version 1' }));
