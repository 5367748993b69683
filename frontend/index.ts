import { Flow } from 'Frontend/generated/jar-resources/Flow.js';

/**
 * Starts Flow and tells it where somebody goes; every page is a view of the server. What Flow draws stays where it is
 * in the document for as long as the page lives: whatever is moved loses its focus, and how far it is scrolled.
 */
const outlet = document.querySelector('#outlet')!;
const [{ action }] = new Flow({
  imports: () => import('Frontend/generated/flow/generated-flow-imports.js')
}).serverSideRoutes;

async function enter(): Promise<void> {
  const { pathname, search } = location;
  const view = await action({ pathname, search });
  if (view.parentElement !== outlet) outlet.replaceChildren(view);
  await view.onBeforeEnter?.({ pathname, search }, { prevent: () => ({}), redirect: () => ({}) }, { render: enter });
}

function go(address: string): void {
  if (address !== location.href) history.pushState(null, '', address);
  void enter();
}

window.addEventListener('popstate', () => void enter());

// The server does not know such an address: this shows what it has to say about it.
window.addEventListener('vaadin-router-go', (asked) => go((asked as CustomEvent<URL>).detail.href));

window.addEventListener('click', (clicked) => {
  const other = clicked.button !== 0 || clicked.shiftKey || clicked.ctrlKey || clicked.altKey || clicked.metaKey;
  if (other || clicked.defaultPrevented) return;
  const link = clicked.composedPath().find((at) => at instanceof HTMLAnchorElement && at.hasAttribute('router-link'));
  if (!link) return;
  clicked.preventDefault();
  go((link as HTMLAnchorElement).href);
});

void enter();
