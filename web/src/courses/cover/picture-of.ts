import type { CourseFacts } from '#contract/courses/properties/properties'
import { imageName } from '#contract/files/image-name'

/** A course's own cover as a picture that everything can show, whole; null where it has the generated one. */
export const pictureOf = ({ cover }: Pick<CourseFacts, 'cover'>) =>
  cover && {
    path: cover.folder + imageName(cover.width, 'jpg'),
    width: cover.width,
    height: cover.height,
  }
