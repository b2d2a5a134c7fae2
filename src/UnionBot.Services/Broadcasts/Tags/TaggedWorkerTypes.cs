using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Services.Broadcasts.Tags;

/// <summary>Kinds of workers by the tags of members; whoever is of a new form of work is also of all of them together (新就业形态).</summary>
internal sealed class TaggedWorkerTypes(UnionDb db, BroadcastWords words) : IWorkerTypes
{
    public async Task<ILookup<PersonId, string>> OfAsync(IReadOnlyCollection<PersonId> people, CancellationToken ct)
    {
        var (ids, types) = (people.Select(p => p.Value).Distinct().ToArray(), words.WorkerTypes.ToArray());
        var tagged = await db.Database.SqlQuery<TaggedPerson>(
            $"""
            SELECT DISTINCT m.person_id AS "Person", t.tag::text AS "Tag" FROM member m JOIN member_tag t ON t.member_id = m.id
             WHERE m.person_id = ANY ({ids}) AND t.tag = ANY ({types})
            """).ToListAsync(ct);
        return tagged
            .SelectMany(t => words.NewForms.Contains(t.Tag) ? [(t.Person, t.Tag), (t.Person, words.NewFormsTitle)] : new[] { (t.Person, t.Tag) })
            .Distinct().ToLookup(t => new PersonId(t.Person), t => t.Item2);
    }

    private sealed record TaggedPerson(long Person, string Tag);
}
