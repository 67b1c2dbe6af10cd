import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { toHaveNoViolations } from 'jest-axe';

expect.extend(toHaveNoViolations);

// A busy machine is no reason to fail; what never comes still does.
configure({ asyncUtilTimeout: 10_000 });

// Lists that load more as they are scrolled ask for what jsdom does not have.
globalThis.IntersectionObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as unknown as typeof IntersectionObserver;
