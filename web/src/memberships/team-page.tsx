import { Skeleton } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { Membership, Team } from '#contract/memberships/team'
import { mayIn } from '#contract/people/course-rights'
import type { CourseId } from '#contract/platform/ids'
import { SignInGate } from '#web/people/sign-in-gate.tsx'
import { useSession } from '#web/people/use-session.ts'
import layout from '#web/ui/layout.module.css'
import { ErrorNotice, messageOf } from '#web/ui/notices.tsx'
import { useTitle } from '#web/ui/use-title.ts'
import { AddMember } from './add-member.tsx'
import { HandOver } from './hand-over.tsx'
import { MemberRow } from './member-row.tsx'
import { RoleBadge } from './role-badge.tsx'
import styles from './team.module.css'
import { useTeam, useTeamChanges } from './use-team.ts'
import { words } from './words/en.ts'

export function TeamPage() {
  const { courseId } = useParams({ from: '/teach/$courseId/team' })
  return (
    <SignInGate>
      <Loaded courseId={courseId} />
    </SignInGate>
  )
}

function Loaded({ courseId }: { courseId: CourseId }) {
  const team = useTeam(courseId)
  useTitle(team.data && words.teamOf(team.data.title))
  if (team.isError && !team.data)
    return <ErrorNotice error={team.error} retry={() => void team.refetch()} />
  if (!team.data)
    return (
      <div className="page narrow">
        <Skeleton height={40} width="60%" mb={24} />
        <Skeleton height={120} mb={24} />
        <Skeleton height={240} />
      </div>
    )
  return <Shown courseId={courseId} team={team.data} />
}

function Shown({ courseId, team }: { courseId: CourseId; team: Team }) {
  const session = useSession()
  const navigate = useNavigate()
  const { add, change, remove, handOver } = useTeamChanges(courseId)
  const me = session.state === 'signed-in' ? session.person.id : ''
  const manages = mayIn(team.me, 'team')
  const owner = team.owner.name || words.nameless
  const takeOff = ({ userId, name }: Membership) =>
    remove.mutate(
      { userId, name: name || words.nameless },
      // Whoever left sees nothing here any more.
      { onSuccess: () => void (userId === me && navigate({ to: '/teach' })) },
    )
  return (
    <div className="page narrow">
      <Link to="/teach/$courseId" params={{ courseId }} className="quiet" dir="auto">
        {team.title}
      </Link>
      <h1>{words.team}</h1>
      <p className="lead">{words.lead}</p>
      <p>
        <Link to="/teach/$courseId/people" params={{ courseId }}>
          {words.people}
        </Link>
      </p>
      <ul className={layout.rows}>
        <li>
          <span className={styles.name}>
            <bdi>{owner}</bdi>
            {team.owner.userId === me && <span className="quiet">{words.you}</span>}
            <RoleBadge as="owner" />
          </span>
        </li>
        {team.members.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            isMe={member.userId === me}
            manages={manages}
            change={change}
            remove={takeOff}
          />
        ))}
      </ul>
      <p className="quiet">
        {team.members.length === 0 ? words.alone : words.others(team.members.length)}
      </p>
      <p role="status">
        {remove.isSuccess && words.removed(remove.variables.name)}
        {handOver.isSuccess && words.handedOver(handOver.variables.name)}
      </p>
      {remove.isError && (
        <p role="alert" className="problem">
          {messageOf(remove.error)}
        </p>
      )}
      {manages && <AddMember add={add} />}
      {mayIn(team.me, 'own') && team.members.length > 0 && (
        <HandOver title={team.title} members={team.members} handOver={handOver} />
      )}
    </div>
  )
}
