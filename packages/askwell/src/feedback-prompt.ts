import './install-delivery.js';
import '@askwell/surveys/define/feedback-prompt.js';

export { FeedbackPrompt } from '@askwell/surveys';
