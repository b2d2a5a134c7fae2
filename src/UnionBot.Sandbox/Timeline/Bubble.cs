using System.Text.Json;

namespace UnionBot.Sandbox.Timeline;

/// <summary>One thing seen in a talk.</summary>
/// <param name="Seq">Grows through all talks.</param>
/// <param name="At">By the sandbox's clock.</param>
/// <param name="From">follower, account or system (a grey line).</param>
/// <param name="Via">How it came: message, event; passive, custom, template, subscription, mass, preview; notice,
/// fault.</param>
/// <param name="Kind">text, image, voice, video, shortvideo, location, link, music, news, msgmenu, mpnews, images,
/// miniprogrampage, wxcard, template, subscription, or an event's name.</param>
/// <param name="Text">What a person reads, in one text; null when there is nothing to read.</param>
/// <param name="Content">The parts that belong to the kind.</param>
internal sealed record Bubble(
    long Seq, DateTimeOffset At, string From, string Via, string Kind, string? Text, JsonElement? Content);
