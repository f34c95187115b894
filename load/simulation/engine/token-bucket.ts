/**
 * So many a second, and so many at once after a pause, as API Gateway, Lambda and DynamoDB count.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
 */
export class TokenBucket {
  #rate: number
  #size: number
  #tokens: number
  #filledAt = 0

  constructor(rate: number, size: number) {
    this.#rate = rate
    this.#size = size
    this.#tokens = size
  }

  /** @returns whether there were as many; if not, none is taken */
  take(now: number, count = 1): boolean {
    if (!this.has(now, count)) return false
    this.#tokens -= count
    return true
  }

  has(now: number, count: number): boolean {
    this.#fill(now)
    return this.#tokens >= count
  }

  /** What is over the new size is lost; what is new has to be filled first. */
  resize(now: number, rate: number, size: number): void {
    this.#fill(now)
    this.#rate = rate
    this.#size = size
    this.#tokens = Math.min(this.#tokens, size)
  }

  refill(): void {
    this.#tokens = this.#size
  }

  #fill(now: number): void {
    if (now <= this.#filledAt) return
    this.#tokens = Math.min(this.#size, this.#tokens + (now - this.#filledAt) * this.#rate)
    this.#filledAt = now
  }
}
