namespace UnionBot.Chat.Understanding.Intents;

/// <summary>Tells the intents that have words of their own in every dialog: 返回, 取消, 人工, yes and no.</summary>
internal sealed class SetPhrases(WordTable<ControlWord> controls)
{
    /// <param name="message">Normalised text.</param>
    /// <returns>Null when the whole message is no such phrase.</returns>
    public Intent? Find(string message)
    {
        if (controls.TryFind(message, out var control) && IntentOf(control) is { } intent) return intent;
        return YesNo.Read(message) is { } yes ? (yes ? Intent.Yes : Intent.No) : null;
    }

    private static Intent? IntentOf(ControlWord control) => control switch
    {
        ControlWord.Back => Intent.Back,
        ControlWord.Cancel => Intent.Cancel,
        ControlWord.Human => Intent.HumanAgent,
        _ => null,
    };
}
