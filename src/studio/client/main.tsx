import { startStudio } from './start-studio.js';
import { startHosted } from './worker/start-hosted.js';

startStudio({ startWorker: startHosted, licences: './licences.txt' });
