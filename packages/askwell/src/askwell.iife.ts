import './askwell.js';
