import { Unwell } from './asked.ts'
import { Link, type LinkOptions } from './link.ts'
import { type Command, type Reply, ReplyError } from './resp.ts'
import { slotOf } from './slots.ts'

/** Whoever follows more moves is led in a circle. */
const MOVES = 4

/**
 * The nodes of a cluster, each with one connection. Who has a slot is learned from the answers: a node that has it
 * not says who does. ElastiCache Serverless shows one node that has them all.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/WhatIs.corecomponents.html
 */
export class Cluster {
  readonly #options: LinkOptions
  readonly #links = new Map<string, Link>()
  readonly #owners = new Map<number, Link>()

  constructor(options: LinkOptions) {
    this.#options = options
  }

  /** Of all its nodes the last. */
  get wellSince(): number {
    return Math.max(0, ...[...this.#links.values()].map((link) => link.wellSince))
  }

  async send(key: string, command: Command): Promise<Reply> {
    const slot = slotOf(key)
    let link = this.#owners.get(slot) ?? this.#first()
    for (let moves = 0; ; moves += 1) {
      try {
        return await link.send(command)
      } catch (error) {
        // The others know who has the slot by now; asked again, a command could be carried out twice.
        if (error instanceof Unwell) this.#forget(link)
        if (!(error instanceof ReplyError) || moves === MOVES) throw error
        const [code, , address = ''] = error.message.split(' ')
        if (code === 'MOVED') {
          link = this.#at(address, link)
          this.#owners.set(slot, link)
        } else if (code === 'ASK') {
          link = this.#at(address, link)
          const [, reply] = await Promise.all([link.send(['ASKING']), link.send(command)])
          return reply
        } else throw error
      }
    }
  }

  close(): void {
    for (const link of this.#links.values()) link.close()
  }

  /** The one that was named at first, or while it is away another that is known. */
  #first(): Link {
    const { host, port } = this.#options
    const named = this.#at(`${host}:${port}`)
    if (named.serves) return named
    return [...this.#links.values()].find((link) => link.serves) ?? named
  }

  /** An address without a host is on the host that named it. */
  #at(address: string, named?: Link): Link {
    const at = address.lastIndexOf(':')
    const host = address.slice(0, at) || (named?.host ?? this.#options.host)
    const port = Number(address.slice(at + 1))
    const id = `${host}:${port}`
    const known = this.#links.get(id)
    if (known) return known
    const link = new Link({ ...this.#options, host, port })
    this.#links.set(id, link)
    return link
  }

  #forget(link: Link): void {
    for (const [slot, owner] of this.#owners) if (owner === link) this.#owners.delete(slot)
  }
}
