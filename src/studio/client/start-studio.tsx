import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import type { StudioOptions } from './studio-options.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/over-page.css';
import './styles/problems.css';
import './styles/many-units.css';
import './styles/start.css';
import './styles/workplace.css';
import './styles/pages.css';
import './styles/high-contrast.css';

export function startStudio(options: StudioOptions): void {
  createRoot(document.getElementById('app')!).render(<App {...options} />);
}
