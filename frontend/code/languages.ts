import { json } from '@codemirror/lang-json';
import type { Extension } from '@codemirror/state';

/** The highlighting of a body by the short name of its type; loaded when first needed, except for JSON. */
export async function languageOf(name: string): Promise<Extension> {
  switch (name) {
    case 'json':
      return json();
    case 'html':
      return (await import('@codemirror/lang-html')).html();
    case 'xml':
      return (await import('@codemirror/lang-xml')).xml();
    case 'css':
      return (await import('@codemirror/lang-css')).css();
    case 'javascript':
      return (await import('@codemirror/lang-javascript')).javascript();
    default:
      return [];
  }
}
