import { annotationsPage } from './annotationsPage';
import { checksPage } from './checksPage';
import { standardsPage } from './standardsPage';

/** Content of the pages below `docs/` that are written from the code. */
export const pages: Record<string, () => string> = {
  'annotations.md': annotationsPage,
  'checks.md': checksPage,
  'standards.md': standardsPage,
};
