import { FeedbackPrompt } from '../feedback/feedback-prompt.js';

declare global {
  interface HTMLElementTagNameMap {
    'feedback-prompt': FeedbackPrompt;
  }
}

FeedbackPrompt.define('feedback-prompt');
