namespace UnionBot.Chat.Dialogs;

/// <summary>
/// A dialog that some sentences tell all they mean, whatever was asked and however long ago: 找到工作了. They are served at once, where
/// other words after a pause are asked first whether the old question is still meant.
/// </summary>
public interface IHearsAtAnyTime : IDialog
{
    /// <param name="text">As in <see cref="Input.Text"/>.</param>
    bool Hears(string text);
}
