import './install-delivery.js';

export { defineAll, type DefineAllOptions } from '@askwell/surveys/define-all.js';
