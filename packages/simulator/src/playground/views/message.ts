import { html } from 'hono/html';
import type { Html } from './layout.ts';
import { swap } from './swap.ts';

/** Says by the form why nothing was fired. */
export function refused(message: string): Html {
  return swap('innerHTML', 'fire-message', html`<p class="notice bad">${message}</p>`);
}

/** Says beside the button that the platform is back at its start. */
export function wasReset(): Html {
  return swap('innerHTML', 'title-note', html`<span>Everything is back to its start.</span>`);
}

/** Takes back what was said before. */
export function fired(): Html {
  return swap('innerHTML', 'fire-message', '');
}
