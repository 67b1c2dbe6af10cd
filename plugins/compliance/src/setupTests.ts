import '@testing-library/jest-dom';
import { toHaveNoViolations } from 'jest-axe';

expect.extend(toHaveNoViolations);
import { configure } from '@testing-library/react';

// A busy machine is no reason to fail; what never comes still does.
configure({ asyncUtilTimeout: 10_000 });
