namespace UnionBot.Chat.Understanding;

/// <summary>How a dialog is opened and what people call it.</summary>
/// <param name="Dialog">The dialog's stored name.</param>
/// <param name="Title">What it is called in the menu and in sentences: 我的会籍.</param>
/// <param name="InMenu">Whether the menu offers it.</param>
/// <param name="AnswersFirst">Whether a question that is surely answered is, before the dialog begins: 法律援助要钱不.</param>
public sealed record Opening(string Dialog, string Title, bool InMenu, bool AnswersFirst = false);
