import { watchPageLoad } from './page-load.ts'
import { sendReport } from './send-report.ts'

watchPageLoad(sendReport)
