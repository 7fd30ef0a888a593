import '@askwell/surveys/define/rating-scale.js';

export { RatingScale } from '@askwell/surveys';
