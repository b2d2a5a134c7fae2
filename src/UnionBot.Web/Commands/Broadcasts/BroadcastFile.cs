using UnionBot.Chat.Understanding;
using UnionBot.Services.Broadcasts;
using UnionBot.Web.Console.Broadcasts;

namespace UnionBot.Web.Commands.Broadcasts;

/// <summary>A broadcast in a file: YAML with title, channel, purpose, audience, text or draft, and window.</summary>
internal sealed class BroadcastFile
{
    private readonly string _path;
    private readonly Dictionary<BroadcastField, DataNode> _places = [];
    private readonly DataNode _top;

    private BroadcastFile(string path, DataNode top) => (_path, _top) = (path, top);

    public TypedBroadcast Typed { get; private set; } = TypedBroadcast.Empty;

    /// <exception cref="BrokenFileException">It is no such file: names line and field.</exception>
    public static BroadcastFile Read(string path)
    {
        var file = new BroadcastFile(path, DataFile.Read(path));
        foreach (var (key, value) in file._top.Entries()) file.Take(key, value);
        return file;
    }

    /// <summary>What is wrong, with the line of the field, or of the file where the field is missing.</summary>
    public string Told(BroadcastProblem problem)
    {
        var at = _places.TryGetValue(problem.Field, out var place) ? place : _top;
        return $"{_path}, line {at.Broken("").Line}: {NameOf(problem.Field)}: {BroadcastTexts.Of(problem)}";
    }

    private void Take(string key, DataNode value)
    {
        switch (key)
        {
            case "title": Typed = Typed with { Title = Text(BroadcastField.Title, value) }; break;
            case "channel": Typed = Typed with { Channel = Text(BroadcastField.Channel, value) }; break;
            case "purpose": Typed = Typed with { Purpose = Text(BroadcastField.Purpose, value) }; break;
            case "draft": Typed = Typed with { Draft = Text(BroadcastField.Draft, value) }; break;
            case "text": Typed = Typed with { Text = Text(BroadcastField.Text, value) }; break;
            case "audience": foreach (var (name, part) in value.Entries()) TakeAudience(name, part); break;
            case "window": foreach (var (name, part) in value.Entries()) TakeWindow(name, part); break;
            default: throw value.Broken($"'{key}' is not known here; allowed are title, channel, purpose, audience, text, draft, window.");
        }
    }

    private void TakeAudience(string key, DataNode value)
    {
        switch (key)
        {
            case "organisation": Typed = Typed with { Organisation = Text(BroadcastField.Organisation, value) }; break;
            case "districts": Typed = Typed with { Districts = Texts(BroadcastField.Districts, value) }; break;
            case "worker-types": Typed = Typed with { WorkerTypes = Texts(BroadcastField.WorkerTypes, value) }; break;
            case "tags": Typed = Typed with { Tags = Texts(BroadcastField.Tags, value) }; break;
            case "levels": Typed = Typed with { Levels = Texts(BroadcastField.Levels, value) }; break;
            case "case": Typed = Typed with { Case = Text(BroadcastField.Case, value) }; break;
            default: throw value.Broken($"'{key}' is not known in audience; allowed are organisation, districts, worker-types, tags, levels, case.");
        }
    }

    private void TakeWindow(string key, DataNode value)
    {
        switch (key)
        {
            case "from": Typed = Typed with { From = Text(BroadcastField.From, value) }; break;
            case "until": Typed = Typed with { Until = Text(BroadcastField.Until, value) }; break;
            default: throw value.Broken($"'{key}' is not known in window; allowed are from, until.");
        }
    }

    private string Text(BroadcastField field, DataNode value)
    {
        _places[field] = value;
        return value.Text();
    }

    private List<string> Texts(BroadcastField field, DataNode value)
    {
        _places[field] = value;
        return [.. value.Items().Select(item => item.Text())];
    }

    private static string NameOf(BroadcastField field) => field switch
    {
        BroadcastField.WorkerTypes => "worker-types",
        BroadcastField.From => "window from",
        BroadcastField.Until => "window until",
        _ => field.ToString().ToLowerInvariant(),
    };
}
