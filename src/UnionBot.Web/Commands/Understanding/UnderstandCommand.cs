using System.CommandLine;
using System.Text;
using UnionBot.Chat.Understanding;
using UnionBot.Web.Setup;

namespace UnionBot.Web.Commands.Understanding;

/// <summary>Tells what messages mean, one JSON line in and one out. Needs neither settings nor a database.</summary>
internal sealed class UnderstandCommand : IBotCommand
{
    public Command Describe()
    {
        var command = new Command(
            "understand",
            """
            Read JSON lines {"id","text","now"?} from standard input and say what each means: intent, further intents, slots, day and time, answer.
            """);
        command.SetAction(async (parsed, ct) =>
        {
            var errors = parsed.InvocationConfiguration.Error;
            try
            {
                var learnt = UnderstandingFiles.Read(ConversationServices.TemplateFolder, demo: false).Learn();
                using var input = new StreamReader(System.Console.OpenStandardInput(), Encoding.UTF8);
                await new UnderstoodLines(learnt, TimeProvider.System)
                    .AnswerAsync(input, parsed.InvocationConfiguration.Output, ct);
                return ExitCodes.Ok;
            }
            catch (BrokenFileException broken)
            {
                await errors.WriteLineAsync(broken.Message);
                return ExitCodes.CannotRunHere;
            }
            catch (InvalidDataException wrong)
            {
                await errors.WriteLineAsync(wrong.Message);
                return ExitCodes.Failed;
            }
        });
        return command;
    }
}
