import { ANNOTATION_EDIT_URL } from '@backstage/catalog-model';
import { MirroredEntity } from '../catalog/types';

/** Where the file of an entity can be edited; never anything but a web address. */
export function editUrlOf({ annotations }: MirroredEntity): string | undefined {
  const url = annotations[ANNOTATION_EDIT_URL];
  return url !== undefined &&
    URL.canParse(url) &&
    ['http:', 'https:'].includes(new URL(url).protocol)
    ? url
    : undefined;
}
