import { checkStatuses } from '../query';
import { isOpen } from './isOpen';

describe('isOpen', () => {
  it('holds for what fails or is unknown and scores already', () => {
    const open = (upcoming?: boolean) =>
      checkStatuses.filter(status => isOpen({ status, upcoming }));
    expect(open()).toEqual(['fail', 'unknown']);
    expect(open(false)).toEqual(['fail', 'unknown']);
    expect(open(true)).toEqual([]);
  });
});
