import '@askwell/charts/define/distribution-bar.js';
import '@askwell/charts/define/nps-score.js';
