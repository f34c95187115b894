/** What Artillery's virtual users do between requests, by the names that the script says. Built into one file for a load. */
export { measureApi, measureFile, measurePage, measureSignIn, measureStart } from './measure.ts'
export { becomeLearner, becomeNewcomer, becomeTeacher, becomeUploader } from './people.ts'
export {
  asPerson,
  asVisitor,
  beginVideo,
  keepOutline,
  keepSession,
  nextLesson,
  withCookies,
  writeHeartbeat,
  writeText,
} from './session.ts'
export { keepToken, writePassword } from './sign-in.ts'
export { describeClip, fillPart, keepParts, keepUpload, nameParts, nameUpload } from './upload.ts'
export { keepLesson, keepManifest, keepPicture, keepSound, nextSegment } from './watch.ts'
