using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Templates;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.Core.People;

namespace UnionBot.Services.Broadcasts;

/// <summary>The words of broadcasts as people get them, kept once and filled in for each when it is their turn.</summary>
public sealed class BroadcastContents(UnionDb db, TemplateBook templates, BroadcastForms forms, MemberCiphers ciphers) : IMassContents
{
    public async Task<ListContent> ListAsync(int broadcastId, CancellationToken ct)
    {
        var content = (await FindAsync(broadcastId, ct)).Content;
        if (content.Route is not BroadcastRoute.Mass) throw new InvalidOperationException($"Broadcast {broadcastId} goes to each by itself.");

        return content.Draft is { } draft
            ? new ListContent.Articles(draft.MediaId) { Digest = draft.Digest }
            : new ListContent.Words(WordsOf(content, content.Text));
    }

    public async Task<IReadOnlyDictionary<long, PersonalContent>> WordAsync(
        int broadcastId, SendRoute route, IReadOnlyList<long> people, CancellationToken ct)
    {
        var content = (await FindAsync(broadcastId, ct)).Content;
        var text = TextOf(content);
        if (text.Fields.Count == 0)
        {
            var same = ContentOf(content, content.Text);
            return people.ToDictionary(person => person, _ => same);
        }

        var values = await ValuesAsync([.. people], ct);
        return values.ToDictionary(v => v.Key, v => ContentOf(content, text.Fill(v.Value)));
    }

    /// <summary>What one of these people would read; null when a field has nothing for them.</summary>
    public string? Preview(BroadcastContent content, SampledPerson person)
    {
        var text = TextOf(content);
        if (text.Fields.Count == 0) return WordsOf(content, content.Text);

        // Staff see what somebody would read, not who it is.
        return person is { Name: { } name, Union: { } union } ? WordsOf(content, text.Fill(PersonFields.Of(name, union))) : null;
    }

    /// <summary>What a person read or would read; with the names of the fields where nothing is known of them.</summary>
    public async Task<string> ReadByAsync(BroadcastContent content, PersonId person, CancellationToken ct)
    {
        var text = TextOf(content);
        var values = text.Fields.Count == 0 ? [] : await ValuesAsync([person.Value], ct);
        return WordsOf(content, values.TryGetValue(person.Value, out var own) ? text.Fill(own) : content.Text);
    }

    /// <summary>What somebody invented would read, for whoever wants to see it on their own phone.</summary>
    public string Sample(BroadcastContent content) => WordsOf(content, TextOf(content).Fill(PersonFields.Sample));

    private PersonalContent ContentOf(BroadcastContent content, string filled)
    {
        if (content.Route is BroadcastRoute.Custom) return new PersonalContent.Words(WordsOf(content, filled));

        var form = forms.Of(content.Route) ?? throw new InvalidOperationException($"No template is set up for {content.Route}.");
        var lines = BroadcastLines.In(filled).ToDictionary(line => line.Name, line => line.Value, StringComparer.Ordinal);
        return new PersonalContent.Form(
            form.TemplateId, form.Fields.ToDictionary(f => f.Key, f => FieldLimits.Cut(f.Key, lines.GetValueOrDefault(f.Value, ""))));
    }

    /// <summary>A template has its own words around, and articles say what they say; everything else tells how it is stopped.</summary>
    private string WordsOf(BroadcastContent content, string filled) =>
        content.Draft is not null || content.Route is BroadcastRoute.Notice or BroadcastRoute.Template ? filled :
        content.Purpose is BroadcastPurpose.Campaign ? templates.Word(new CampaignMessage(filled)) :
        templates.Word(new ServiceMessage(filled));

    private async Task<Dictionary<long, IReadOnlyDictionary<string, string>>> ValuesAsync(long[] people, CancellationToken ct)
    {
        var rows = await db.Database.SqlQuery<NamedRow>(
            $"""
            SELECT m.person_id AS "Person", m.id AS "Member", m.name AS "Name", o.name AS "Union"
              FROM member m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = ANY ({people})
            """).ToListAsync(ct);
        return rows.ToDictionary(row => row.Person, row => PersonFields.Of(ciphers.OpenName(row.Member, row.Name), row.Union));
    }

    private Task<Broadcast> FindAsync(int id, CancellationToken ct) => db.Broadcasts.AsNoTracking().SingleAsync(b => b.Id == id, ct);

    private static FieldText TextOf(BroadcastContent content) =>
        FieldText.Read(content.Text, PersonFields.All, out var strange)
        ?? throw new InvalidOperationException($"A field of a broadcast is not known any more: {strange}.");

    private sealed record NamedRow(long Person, long Member, byte[] Name, string Union);
}
