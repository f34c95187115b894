/**
 * How many are there by the hour of a day, as a share of the busiest hour, from midnight on. Its form is that of a
 * Thursday at MSU: nobody much from half past five to eight, most at ten in the evening
 * (http://www.lon-capa.org/userload.html), with the day's own plateau that Plymouth State saw
 * (http://djbramer.blogs.plymouth.edu/2006/06/11/webct-the-6-day-work-week-part-ii/); the figures between are read off.
 */
export const day = [
  0.5, 0.3, 0.15, 0.08, 0.05, 0.03, 0.05, 0.12, 0.3, 0.5, 0.6, 0.65, 0.6, 0.62, 0.65, 0.65, 0.62,
  0.6, 0.62, 0.72, 0.88, 1, 0.97, 0.78,
] as const

/**
 * How busy the days of a week are, Monday first, the busiest 1: Sunday as Friday, Saturday least
 * (http://djbramer.blogs.plymouth.edu/2006/05/03/webct-the-6-day-work-week/, and MSU's week). The figures are assumed.
 */
export const week = [1, 1, 0.97, 0.93, 0.75, 0.5, 0.75] as const

/**
 * How busy a month is beside a term's first week, for which is built. The largest sites see five and ten times their
 * usual traffic within minutes then
 * (https://www.catalyst-au.net/blog/what-happens-behind-the-scenes-during-peak-lms-traffic-times-moodle-infrastructure);
 * that is for minutes. At half, each learner is there for 26 hours a month, the six hours a week that a platform for 500
 * schools was planned with (https://confluence.terena.org/plugins/viewsource/viewpagesrc.action?pageId=108022748).
 */
export const ordinaryMonth = 0.5

/** Of those who come in a month, how many are there at once in the busiest hour: a ninth at MSU; assumed a sixth. */
export const shareAtOnce = 1 / 6

export interface Calendar {
  readonly day: readonly number[]
  readonly week: readonly number[]
  readonly ordinaryMonth: number
  readonly shareAtOnce: number
}

/** Days of a month, as prices are told by. */
export const MONTH_DAYS = 365 / 12

/**
 * The hours that an ordinary month is long, were it the busiest hour all along: with 10,000 users at once and 150 of
 * them, people are there for 1.5 million hours.
 */
export const busyHours = ({ day, week, ordinaryMonth }: Omit<Calendar, 'shareAtOnce'>): number =>
  MONTH_DAYS * (sum(week) / week.length) * sum(day) * ordinaryMonth

/** How busy each hour of a day is beside the busiest of all, and how many such days an ordinary month has. */
export interface OrdinaryDay {
  readonly times: number
  readonly hours: readonly number[]
}

export const ordinaryDays = ({
  day,
  week,
  ordinaryMonth,
}: Omit<Calendar, 'shareAtOnce'>): OrdinaryDay[] =>
  week.map((weekday) => ({
    times: MONTH_DAYS / week.length,
    hours: day.map((hour) => hour * weekday * ordinaryMonth),
  }))

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
