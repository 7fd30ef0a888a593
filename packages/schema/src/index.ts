export { responseRecord } from './response-record.js';
export { responseRecordJsonSchema } from './response-record-json-schema.js';
export { surveyDefinition } from './survey-definition.js';
export { surveyDefinitionJsonSchema } from './survey-definition-json-schema.js';
export { askwellConfig } from './askwell-config.js';
export { askwellConfigJsonSchema } from './askwell-config-json-schema.js';
