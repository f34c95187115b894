import { asUpload, newPlan, type Upload, type UploadPlan } from '#web/uploads/upload.ts'

/** What is to be sent of a file, under its name as id. */
export const planOf = (file: File, facts: Partial<UploadPlan> = {}): UploadPlan =>
  newPlan(file, { id: file.name, courseId: 'crs_00000000000000000000000000', ...facts })

/** An upload that is being sent, as the queue lists it. */
export const anUpload = (facts: Partial<Upload> = {}): Upload => ({
  ...asUpload(planOf(new File(['x'], facts.fileName ?? 'a.mp4', { lastModified: 1 })), 'sending'),
  ...facts,
})
