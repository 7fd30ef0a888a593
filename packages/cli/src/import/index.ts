export type { Imported, Note } from './converted.js';
export { importSurveys, originOf, ORIGINS, type Origin } from './import-surveys.js';
