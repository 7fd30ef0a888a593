export { responseRecord } from './response-record.js';
export { responseRecordJsonSchema } from './response-record-json-schema.js';
