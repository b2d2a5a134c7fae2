namespace UnionBot.Chat.Dialogs;

/// <summary>How far words are about something else than the dialog that waits for them.</summary>
internal enum OtherMatter
{
    None,

    /// <summary>They may be: a step that made something of all of them keeps them.</summary>
    Likely,

    /// <summary>They surely are: only a step that understood them keeps them.</summary>
    Sure,
}
